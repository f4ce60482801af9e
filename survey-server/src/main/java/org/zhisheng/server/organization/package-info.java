/** The union tree: national, provincial, city, county, zone, industry, group, enterprise. An id is not an area code. */
@NullMarked
package org.zhisheng.server.organization;

import org.jspecify.annotations.NullMarked;
