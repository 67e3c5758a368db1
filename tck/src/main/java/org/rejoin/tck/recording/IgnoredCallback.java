package org.rejoin.tck.recording;

/**
 * Callbacks that were counted and not judged.
 *
 * @param name their name
 * @param because why no rule is about them, in a clause
 * @param count how many there are
 */
public record IgnoredCallback(String name, String because, long count) {}
