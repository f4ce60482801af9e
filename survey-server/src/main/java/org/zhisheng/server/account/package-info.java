/** People who run surveys, never those who answer them: accounts, roles at organizations, sign-in, sessions. */
@NullMarked
package org.zhisheng.server.account;

import org.jspecify.annotations.NullMarked;
