package org.rejoin.tck.reference.states;

/** What can reach one client among three users, its remotes being the first and the second. */
@SuppressWarnings("EnumOrdinal") // The table is an array; nothing is written down.
enum ClientInput {
  JOIN,
  END,
  DOWN,
  UP,
  FIRST_HEARD,
  SECOND_HEARD,
  FIRST_SILENT,
  SECOND_SILENT,
  FIRST_LEFT,
  SECOND_LEFT,
  /** What is due falls, and 2 s pass. */
  TICK;

  private static final ClientInput[] ALL = values();

  static final int COUNT = ALL.length;

  /** The one about a remote, of the three pairs. */
  static ClientInput about(ClientInput first, int remote) {
    return ALL[first.ordinal() + remote];
  }

  /** The same about the other remote. */
  ClientInput swapped() {
    return switch (this) {
      case FIRST_HEARD -> SECOND_HEARD;
      case SECOND_HEARD -> FIRST_HEARD;
      case FIRST_SILENT -> SECOND_SILENT;
      case SECOND_SILENT -> FIRST_SILENT;
      case FIRST_LEFT -> SECOND_LEFT;
      case SECOND_LEFT -> FIRST_LEFT;
      case JOIN, END, DOWN, UP, TICK -> this;
    };
  }
}
