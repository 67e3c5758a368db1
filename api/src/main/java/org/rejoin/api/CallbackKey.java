package org.rejoin.api;

/**
 * Which name is meant, whatever it is called: one event kind on one family.
 *
 * @param family the family whose name it is
 * @param kind the event that it stands for
 */
public record CallbackKey(Family family, Event.Kind kind) {}
