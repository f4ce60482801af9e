/**
 * Sample data: the union tree of the demonstration with answered surveys, and the one sample survey of a fresh
 * installation. Scenes are data files; answers are drawn from a seeded generator and sent through the public HTTP
 * interface, so that what is shown went the way of real answers.
 */
@NullMarked
package org.zhisheng.server.demo;

import org.jspecify.annotations.NullMarked;
