package dev.footfall.core.delivery;

/**
 * Says how many events to send next while the bad ones among many are searched for that a platform
 * refuses without a name. Halves what was refused until the first is found; after that, groups are
 * as large as the events so far say that a group may be to have an even chance. Events that were
 * refused before are expected to be bad, and begin alone.
 */
final class PoisonSearch {
  /** A group of this many times the mean distance between bad events is sound half the time. */
  private static final double EVEN_CHANCE = Math.log(2);

  private final int all;
  private final boolean areSuspects;
  private int judged;
  private int bad;

  /** How many of those that come next hold a bad one for certain. */
  private int tainted;

  /** How many of those that come next are what is left of a refused group. */
  private int other;

  /**
   * A search among events that were refused together.
   *
   * @param areSuspects whether each was refused before
   */
  PoisonSearch(int all, boolean areSuspects) {
    this.all = all;
    this.areSuspects = areSuspects;
    this.tainted = all;
  }

  /** How many of the events not yet judged to send next, from the first on. */
  int next() {
    if (tainted > 0) {
      return Math.min(evenChance(), Math.max(1, tainted / 2));
    }
    return other > 0 ? other : Math.min(evenChance(), all - judged);
  }

  private int evenChance() {
    double distance =
        areSuspects
            ? (judged + 1.0) / (bad + 1)
            : switch (bad) {
              case 0 -> all / EVEN_CHANCE;
              case 1 -> (judged + all) / 2.0;
              default -> (double) judged / bad;
            };
    return (int) Math.max(1, distance * EVEN_CHANCE);
  }

  /**
   * Those were sent, and have their outcomes. The other part of a refused group is then the bad
   * one; until something bad was found, it may have been the group's size, and it is sent whole.
   */
  void judged(int events) {
    int left = Math.max(0, tainted - events);
    boolean isCertain = areSuspects || bad > 0;
    judged += events;
    tainted = isCertain ? left : 0;
    other = isCertain ? 0 : left;
  }

  /** Those were refused together; one alone is found. */
  void refused(int events) {
    other = 0;
    tainted = events > 1 ? events : 0;
    if (events == 1) {
      judged++;
      bad++;
    }
  }
}
