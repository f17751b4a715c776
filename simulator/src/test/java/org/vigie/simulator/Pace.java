package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Holds the times of a replay against those of its recording. An event is timed from what came
 * before it, the station's last act or the event before, so that a wait of a second must be a
 * second, while a leg may take a tenth longer or less and what follows it is not late for that.
 *
 * @param promptS how much any wait may differ, seconds: what sampling does to a time
 * @param share of the wait by which it may differ too; flown legs differ by this much
 */
public record Pace(double promptS, double share) {
  /** Something that happened at a time. */
  public record Moment(double timeS, String what) {}

  /**
   * Compares events of one kind, which must be the same in the same order.
   *
   * @param acts when the station said something, in order
   * @param moreS what an event may differ more than the others, with its reason where that is given
   */
  public void compare(
      String name,
      List<Moment> was,
      List<Moment> is,
      List<Double> acts,
      ToDoubleFunction<String> moreS) {
    assertThat(is.stream().map(Moment::what).toList())
        .as(name)
        .isEqualTo(was.stream().map(Moment::what).toList());
    for (int i = 0; i < was.size(); i++) {
      double actS = lastBefore(acts, was.get(i).timeS());
      double beforeS = i == 0 ? 0 : was.get(i - 1).timeS();
      boolean act = actS >= beforeS;
      double waitS = was.get(i).timeS() - (act ? actS : beforeS);
      double hereS = is.get(i).timeS() - (act ? actS : i == 0 ? 0 : is.get(i - 1).timeS());
      double slackS = promptS + share * waitS + moreS.applyAsDouble(was.get(i).what());
      assertThat(hereS)
          .as(
              "%s: %s at %.2f s, %.2f s after what came before",
              name, was.get(i).what(), was.get(i).timeS(), waitS)
          .isBetween(waitS - slackS, waitS + slackS);
    }
  }

  private static double lastBefore(List<Double> times, double timeS) {
    double last = 0;
    for (double one : times) {
      last = one <= timeS ? one : last;
    }
    return last;
  }
}
