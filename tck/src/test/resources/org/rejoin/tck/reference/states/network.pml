/*
 * Three users of one channel on a lattice of 2 s, whose networks fail both ways: what can be done to
 * each, who is told of it, and what must hold in every state. For SPIN; it says in its own way what
 * Network and Rosters say in Java, and has nothing of them. The clients are the same: client.h has
 * the table that was made by driving the real one.
 *
 * A step is one d_step, so that no state counts that is only on the way, and there is no state but
 * client and standing: as many are stored as there are states.
 */

#define OUT 0
#define CONNECTED 1
#define CUT 2

c_decl {
\#include "client.h"
}

short client[3];
byte standing[3];

#define hears(user) (standing[user] == CONNECTED)

#define tell(user, input) c_code { now.client[user] = next[user][now.client[user]][input]; }
#define tell_if(condition, user, input) if :: condition -> tell(user, input) :: else fi

/* What the two others hear of a user, each of whom knows it as its first or second remote. */
#define tell_others(one, to_one, other, to_other, news) \
  tell_if(hears(one), one, to_one##_##news); \
  tell_if(hears(other), other, to_other##_##news)

/* What a user hears when it begins to hear. */
#define tell_of_others(user, one, other) \
  tell_if(hears(one), user, FIRST_HEARD); \
  tell_if(hears(other), user, SECOND_HEARD)

/* All that can be done to a user, whose first and second remotes are one and other. */
#define stimuli(user, one, to_one, other, to_other) \
  :: d_step { /* joins; who is in the channel begins a new session, and the others notice nothing */ \
       true -> tell(user, JOIN); \
       if \
       :: hears(user) \
       :: else -> tell_others(one, to_one, other, to_other, HEARD) \
       fi; \
       standing[user] = CONNECTED; \
       tell_of_others(user, one, other) \
     } \
  :: d_step { /* leaves, or is killed and says goodbye, which only gets through where there is a network */ \
       standing[user] != OUT -> tell(user, END); \
       if \
       :: hears(user) -> tell_others(one, to_one, other, to_other, LEFT) \
       :: else \
       fi; \
       standing[user] = OUT \
     } \
  :: d_step { /* is killed and says nothing */ \
       standing[user] != OUT -> tell(user, END); \
       if \
       :: hears(user) -> tell_others(one, to_one, other, to_other, SILENT) \
       :: else \
       fi; \
       standing[user] = OUT \
     } \
  :: d_step { /* loses its network */ \
       standing[user] == CONNECTED -> tell(user, DOWN); \
       tell_others(one, to_one, other, to_other, SILENT); \
       standing[user] = CUT \
     } \
  :: d_step { /* has it again */ \
       standing[user] == CUT -> tell(user, UP); \
       tell_others(one, to_one, other, to_other, HEARD); \
       standing[user] = CONNECTED; \
       tell_of_others(user, one, other) \
     }

#define holds(user, remote) c_expr { held[user][now.client[user]][remote] }
#define comes_to_hold(user, remote) c_expr { held_in_the_end[user][now.client[user]][remote] }

/* Who hears holds another present now and for good if it hears it, and not for ever if not. */
#define agrees(user, other, remote) \
  (!hears(user) \
   || (hears(other) && holds(user, remote) && comes_to_hold(user, remote)) \
   || (!hears(other) && !comes_to_hold(user, remote)))

/* No callback was out of place on the way here. */
#define speaks_well(user) (client[user] != c_expr { breached[user] })

#define all_holds \
  (speaks_well(0) && speaks_well(1) && speaks_well(2) \
   && agrees(0, 1, 0) && agrees(0, 2, 1) \
   && agrees(1, 0, 0) && agrees(1, 2, 1) \
   && agrees(2, 0, 0) && agrees(2, 1, 1))

active proctype network() {
  do
  :: !all_holds -> assert(false)
  stimuli(0, 1, FIRST, 2, FIRST)
  stimuli(1, 0, FIRST, 2, SECOND)
  stimuli(2, 0, SECOND, 1, SECOND)
  :: d_step { /* what is due falls, and 2 s pass */
       true -> tell(0, TICK); tell(1, TICK); tell(2, TICK)
     }
  od
}
