/** Sample data in the shape of the founding notice, made through the public HTTP interface. */
@NullMarked
package org.zhisheng.server.demo;

import org.jspecify.annotations.NullMarked;
