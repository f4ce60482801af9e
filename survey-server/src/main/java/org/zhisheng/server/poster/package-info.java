/** The QR on the wall: short address, check words, PNG, SVG and print-ready PDF. */
@NullMarked
package org.zhisheng.server.poster;

import org.jspecify.annotations.NullMarked;
