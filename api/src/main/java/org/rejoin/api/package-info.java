/**
 * The vocabulary and the shared callback API: what a client hears ({@link org.rejoin.api.Input}),
 * what it concludes ({@link org.rejoin.api.Event}) and what the app is told ({@link
 * org.rejoin.api.Callback}).
 *
 * <p>Start with {@link org.rejoin.api.Event}, then {@link org.rejoin.api.Profile}. Every type here
 * is an immutable value or an interface; all are safe to share between threads. There is no null:
 * passing one throws {@link NullPointerException}, and nothing here returns one.
 */
@NullMarked
@RejoinStyle
package org.rejoin.api;

import org.jspecify.annotations.NullMarked;
