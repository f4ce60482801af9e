/** What every feature shares and nothing more: ids, languages, texts, the catalogue of problems, secrets. No framework. */
@NullMarked
package org.zhisheng.server.kernel;

import org.jspecify.annotations.NullMarked;
