/** What was answered, and nothing about who, when or from where. Never sees account or ticket. */
@NullMarked
package org.zhisheng.server.response;

import org.jspecify.annotations.NullMarked;
