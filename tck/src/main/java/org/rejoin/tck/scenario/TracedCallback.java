package org.rejoin.tck.scenario;

import org.rejoin.api.Callback;
import org.rejoin.api.UserId;

/**
 * A callback that was seen, with its time and its app.
 *
 * @param atMillis when, in milliseconds from the scenario's start
 * @param uid whose app was called
 * @param callback what it was told
 */
public record TracedCallback(long atMillis, UserId uid, Callback callback) {}
