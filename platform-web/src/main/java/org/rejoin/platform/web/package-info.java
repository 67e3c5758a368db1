/**
 * The callbacks of Web. Start with {@link org.rejoin.platform.web.WebAdapter}; apps register
 * handlers at a {@link org.rejoin.platform.web.WebClient}.
 */
@NullMarked
package org.rejoin.platform.web;

import org.jspecify.annotations.NullMarked;
