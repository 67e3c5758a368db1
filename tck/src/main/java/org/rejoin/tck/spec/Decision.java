package org.rejoin.tck.spec;

import static org.rejoin.tck.spec.Evidence.COMMON_SENSE;
import static org.rejoin.tck.spec.Evidence.TEXT;
import static org.rejoin.tck.spec.Evidence.VENDOR;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What we decided where the text is silent or can be read two ways. The ids have gaps for good. */
public enum Decision {
  D_01(
      "From when do the 4 s of interrupted count?",
      "From the last packet of the server that the user received.",
      "Any packet counts, whatever is in it, and every packet starts the time anew.",
      "Rejected: counting from the instant at which the network broke. A client can't see that instant, only the packets that it got; with no delay the two are the same.",
      "The text speaks of no data received from the server.",
      TEXT),
  D_02(
      "Do the 10 s of lost count from the last data, or from interrupted?",
      "From the last data, so lost comes 6 s after interrupted.",
      "The origin is part of the profile, and another profile counts from interrupted.",
      "Told apart by a user that is back at 12 s: it was lost at 10 s by the one reading and never by the other. See `boundary/lost/**`.",
      "The text is unclear. The vendor has said three things: 10 s after the last data (answers of 2021 and 2023), 10 s after interrupted (the current English page), and 15 s after the last data (the English timeline of 2019, Android in 2020).",
      TEXT,
      VENDOR),
  D_03(
      "What holds at exactly 4, 10 or 20 s?",
      "Whatever is done at an instant is done before any deadline of that instant falls: who is back exactly at the deadline is in time.",
      "That goes for everything that can be done, so for a drop, a leave or a kill as much as for a return, and several things of one instant are done in the order in which they are written. One millisecond later the deadline has fallen, and its callback carries the deadline's time.",
      "Told apart by `boundary/**`: one millisecond before, exactly at, and one after. Only a virtual clock can test it (D-44).",
      "The text says \"within\" 10 and 20 s; the vendor elsewhere says \"more than four seconds\".",
      TEXT,
      VENDOR),
  D_08(
      "A user returns at the very moment at which an observer's window ends, and packets take time: what does the observer see?",
      "On a real clock gone and then back may be seen, in that order, or neither.",
      "On a virtual clock there is nothing to permit, because D-03 decides.",
      "Rejected: requiring silence on a real clock. Whether the packet or the deadline was first can't be known from outside. Back without gone is wrong either way.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_09(
      "May an observer that is cut off itself report others gone?",
      "It keeps silent about others from the instant at which it was cut off, and puts things right when it hears the server again.",
      "What a client that only sees packets can do is this: a window that ends at d makes a user gone only once the observer hears the server at or after d, and after its own cut; gone is then due at d or at that instant, whichever is later. While connected, on a virtual clock, the server is heard at every instant, so nothing changes. An observer that recovers at r reports a user that is absent at r or at the end of the window, whichever is later, and does not report a user that is there. On WEB that is required. On AWL and APPLE an observer may instead go by its own clock: gone at the end of the window while cut off, and back on recovery.",
      "Told apart by `DRV-11/observer-was-cut-off-itself`. Rejected: silence only from the observer's own 4 s mark on, because an observer that is cut off can't know already in those 4 s who was heard.",
      "By the text a user on Web that hears nobody for more than 10 s is told nothing at all, though every other user was silent to it for that long.",
      TEXT),
  D_10(
      "What does an observer hear that was cut off itself and recovers?",
      "Nothing of a user that is there and that it was not told is gone; gone for one that is absent; joined for one that is new or that it was told is gone.",
      "A goodbye that it missed while cut off is silence to it: the user is gone at the recovery or at the end of the window, whichever is later, under the time-out's name (`stream-removed` on Web) and with the reason of a time-out.",
      "Told apart by `DRV-11/observer-was-cut-off-itself`. Rejected: announcing everybody again on recovery, which an app would count as new users, and telling the missed goodbye afterwards, which nobody can.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_11(
      "What if only one direction is lost?",
      "Every clock stands for itself: with only the way to the server lost, only observers notice; with only the way from it lost, only the user itself.",
      "A user whose packets still arrive is there for its observers, however long it hears nothing.",
      "Rejected: treating the loss of either direction as a loss of both.",
      "The text defines one clock by what the user received, the other by what the observer received.",
      TEXT),
  D_12(
      "Is lost repeated, and does trying stop with it?",
      "Lost comes once an outage, and trying goes on.",
      "Attempts that fail after lost are not told.",
      "Rejected: lost again after every failed attempt. Told apart by `NET-04/back-after-25-minutes`.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_13(
      "Does a client give up at some time?",
      "Not in the default profile: after an outage of any length the user is back like any other.",
      "A profile may name the silence after which a client stops trying; from then on only a new join helps.",
      "Told apart by `NET-04/back-after-25-minutes`.",
      "The text says \"until it succeeds\". Later versions of the vendor stop after 20 min in a failed state.",
      TEXT,
      VENDOR),
  D_15(
      "A process is killed while it is cut off already: from when does the window count?",
      "From the last packet, not from the kill: cut off at 0 s and killed at 8 s is gone at 20 s.",
      "The dead user is told nothing more, lost in particular.",
      "Told apart by `DRV-04/dropped-gone-then-killed` and `DRV-08/killed-while-interrupted`.",
      "The text counts from the last packet that was received.",
      TEXT),
  D_17(
      "A process on iOS or macOS is killed while it is cut off: who hears its goodbye?",
      "Nobody: the goodbye can't be sent, so observers go by their windows.",
      "On Web that means `stream-removed` and not `peer-leave`, with the window running from the last packet.",
      "Told apart by `DRV-07/ios-killed-while-cut-off`.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_19(
      "A process on iOS or macOS is killed and back within 20 s: what is told?",
      "Gone at the kill, back at the join.",
      "KILL-06 speaks of Android, Windows and Linux only.",
      "Told apart by `matrix/ios-android/killed/in-time/**`. Rejected: reading KILL-06 as a rule for all.",
      "The text puts KILL-06 under Android, Windows and Linux.",
      TEXT),
  D_20(
      "What does an observer hear of a process that is back too late, or on Web after `peer-leave`?",
      "The same as of a user that is back after a network drop: `onUserJoined`, `didJoinedOfUid` or `stream-added`.",
      "What made the observer believe that the user is gone makes no difference.",
      "Told apart by `DRV-05/back-after-a-goodbye` and `matrix/android-ios/killed/late/**`.",
      "It follows from the text; it is DRV-05.",
      TEXT),
  D_22(
      "May `peer-leave` follow `stream-removed`, or both come for one kill?",
      "No: one absence is told once.",
      "A user that was reported gone is not reported gone again before it was back, whatever happens to it meanwhile.",
      "Told apart by `KILL-03/ios-killed-seen-by-web` and `DRV-04/dropped-gone-then-killed`.",
      "The text names one callback for each case. The vendor's other documents contradict each other.",
      TEXT,
      VENDOR),
  D_26(
      "Is a user that returns with another uid the same user?",
      "No: the uid is the user.",
      "A new uid is a new user, there at once, and the old one is gone at the end of its window. The same uid alive in two processes is outside this specification.",
      "Rejected: knowing a user by its device or account, of which the rules say nothing.",
      "In the text a restarted A is the same A.",
      TEXT),
  D_27(
      "Is a process back that was restarted in time, but joined another channel or joined too late?",
      "No: both have to happen within the window, the restart and the join of the same channel.",
      "For its observers it is as if it had not been restarted.",
      "Told apart by `KILL-04/restarted-in-another-channel`.",
      "The text says \"restarts *and* joins the *original* channel\".",
      TEXT),
  D_28(
      "The last user was not killed, but dropped or left: is the channel destroyed?",
      "Yes, 10 s after the last user became absent, whatever the cause.",
      "A user that is cut off is absent from its last packet on.",
      "Rejected: keeping the channel of a dropped user for longer. The server can't tell one silence from another.",
      "The text says it of a kill only.",
      TEXT,
      COMMON_SENSE),
  D_29(
      "The last user is back before, or after, its channel was destroyed: what is different?",
      "For the user nothing: an interrupted user is told rejoined in both cases, a restarted one in neither (DRV-08).",
      "Up to and including 10 s it finds the same instance of the channel, and the destruction is called off; later it is in a new instance.",
      "Told apart by `KILL-10/back-at-the-last-instant` and `boundary/channel/**`.",
      "The text ties rejoined to reconnecting alone, and destruction to the 10 s; the vendor's other documents agree.",
      TEXT,
      VENDOR),
  D_33(
      "What does a newcomer, or a restarted process, hear of who is there and of who is silent?",
      "A session remembers nothing of the one before; at the first meeting of a pair in a session joined is permitted, and required of a port that declares `announces`.",
      "The reference announces whom it can hear at that instant, and does not know of a user that is silent then. A port may instead announce a silent member of the channel; from then on it has to be consistent, so gone is required one window after the join unless the member is heard. A user is a member until its goodbye, or until its channel is destroyed.",
      "Told apart by `DRV-11/newcomer-while-somebody-is-silent`. Rejected: forbidding either, because nothing in the text does.",
      "The text says nothing about newcomers.",
      COMMON_SENSE),
  D_35(
      "Is live mode different from communication mode?",
      "No: the same times in both.",
      "A profile may grant observers on AWL and APPLE a longer window in live mode.",
      "Told apart by the matrix, which has every cell in both modes.",
      "The text names no times by mode. The vendor elsewhere says \"more\" for live channels, without a number.",
      TEXT,
      VENDOR),
  D_38(
      "Is `didRejoinChannel` the name on Android, Windows and Linux?",
      "It is, because the text says so; `onRejoinChannelSuccess` is accepted in its place.",
      "In the later profiles the shipped name is the one in force.",
      "Rejected: taking the name for a slip and correcting it in silence. It is recorded as an erratum.",
      "The text has the Apple name on all platforms. The SDK that the vendor shipped for Android has `onRejoinChannelSuccess`.",
      TEXT,
      VENDOR),
  D_41(
      "Which parameters of a callback are judged?",
      "The uid has to be right; the reason is judged only where a port reports one.",
      "It is QUIT for a leave and for a process killed on iOS or macOS, and DROPPED where a window ended.",
      "Rejected: demanding the reason, because Web has no place for it.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_43(
      "In what order do callbacks come?",
      "One observer's callbacks have one order, that of their times; between observers there is none.",
      "Of one instant at one observer, its own rejoined comes before what it learns about others by recovering; all others of that instant may come in any order.",
      "Rejected: an order by uid or by arrival. No app can rely on one that the text does not give.",
      "The text describes each callback by itself.",
      COMMON_SENSE),
  D_44(
      "How exact do the times have to be?",
      "To the millisecond on a virtual clock; within a tolerance, early and late, on a real one.",
      "On a real clock the kit does nothing within the tolerance of a deadline: what comes nearer in a scenario is done later, and the check says so. In what others did, what follows is permitted both ways (D-08).",
      "Rejected: a tolerance on virtual clocks. It would hide every mistake of one millisecond.",
      "The text is silent; the vendor's other documents have it so.",
      VENDOR),
  D_45(
      "A process on iOS or macOS crashes and none of its code runs: does it leave?",
      "Yes, by the text every kill leaves the channel.",
      "That can't always be true, and stands among the errata.",
      "Rejected: a kind of kill that the text does not have. To see what observers make of a user that only falls silent, drop it.",
      "The text makes no exception.",
      TEXT),
  D_46(
      "How long may a client rest between two attempts to connect?",
      "At most 5 s, and as long from its interruption to the first.",
      "It is a constant of the profile, and judged only where a port shows its attempts (`attempts`). An attempt may come as soon after another as a client likes.",
      "Told apart by `NET-04/**`. Rejected: no limit. A client that rests for minutes can't be told from one that gave up, and the text has it try until it succeeds.",
      "The text gives no pace.",
      COMMON_SENSE),
  D_47(
      "What breaks the rule that every context is alike (KILL-00)?",
      "One script that is told differently in another mode, or with its processes killed in other circumstances.",
      "What goes wrong in one context is told as the breach of the rule that it breaks there, since one scenario shows no more. Whether the context is to blame shows when the same script is run in another one, which `property/context` does with each scenario of its sample; what is wrong in all contexts alike does not break KILL-00. If KILL-00's own check fails and the property was not run, the rule is open.",
      "Rejected: blaming KILL-00 for whatever fails in live mode or in the background, which most often is wrong in the other mode as well; and judging it by the checks of the matrix together, because no single failure could be shown and replayed then.",
      "The text lists the contexts and gives each outcome once.",
      TEXT);

  private final String question;
  private final String answer;
  private final String substance;
  private final String apart;
  private final String found;
  private final ImmutableSet<Evidence> evidence;

  Decision(
      String question,
      String answer,
      String substance,
      String apart,
      String found,
      Evidence... evidence) {
    this.question = question;
    this.answer = answer;
    this.substance = substance;
    this.apart = apart;
    this.found = found;
    this.evidence = ImmutableSet.copyOf(evidence);
  }

  /** The decision's id, such as {@code D-09}. */
  public String id() {
    return name().replace('_', '-');
  }

  /** What the text leaves open. */
  public String question() {
    return question;
  }

  /** The decision in one sentence. */
  public String answer() {
    return answer;
  }

  /** What the one sentence means in full. */
  public String substance() {
    return substance;
  }

  /** The scenario that tells the readings apart, or what was rejected, or both. */
  public String apart() {
    return apart;
  }

  /** What was found in the evidence. */
  public String found() {
    return found;
  }

  /** What the decision rests on, the strongest first. */
  public ImmutableSet<Evidence> evidence() {
    return evidence;
  }

  /** The decision with this id, in capitals or not; empty if there is none. */
  public static Optional<Decision> ofId(String id) {
    return Arrays.stream(values())
        .filter(decision -> decision.id().equals(id.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
