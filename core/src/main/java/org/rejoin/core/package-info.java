/**
 * The reference machine, sans I/O: time is an argument and output is returned. Start with {@link
 * org.rejoin.core.Client}.
 *
 * <p>Nothing here knows a clock, a thread or chance. Every time is in milliseconds on one line that
 * the caller chooses; it must never run backwards. Objects with state are for one thread at a time.
 */
@NullMarked
package org.rejoin.core;

import org.jspecify.annotations.NullMarked;
