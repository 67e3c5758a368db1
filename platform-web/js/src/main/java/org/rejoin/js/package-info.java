/**
 * The reference machine with the adapters, as JavaScript sees it: {@code createClient} in {@link
 * org.rejoin.js.RejoinModule} gives a {@link org.rejoin.js.JsClient}.
 *
 * <p>Nothing here concludes anything; it only translates between JavaScript's values and those of
 * {@code org.rejoin.api}. These classes run as JavaScript alone, never on a JVM. {@code
 * rejoin.d.ts} is the same for those who write TypeScript.
 */
@NullMarked
package org.rejoin.js;

import org.jspecify.annotations.NullMarked;
