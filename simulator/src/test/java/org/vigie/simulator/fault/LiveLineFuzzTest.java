package org.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.Flight;
import org.vigie.simulator.world.SimulatedVehicle;

/**
 * Whatever a person types while a vehicle flies: the line is refused or done, the world goes on.
 */
class LiveLineFuzzTest {
  /** A vehicle that has crashed teaches nothing more. */
  private static final int LINES_A_FLIGHT = 1_500;

  private static final List<String> WORDS =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "2",
          "0.5",
          "50",
          "100",
          "1e9",
          "-1e308",
          "NaN",
          "Infinity",
          "1e-9",
          "off",
          "on",
          "for",
          "for 1",
          "for -1",
          "for NaN",
          "@",
          "@v1",
          "@v2",
          "quit",
          "gps",
          "east",
          "left",
          "\u0000",
          "\uD83D",
          "\u00e9",
          "999999999999999999999",
          "0x10",
          "1,5");

  private final SplittableRandom random = new SplittableRandom(19);

  /** Of a kind's name, of words, or of characters of any sort. */
  private String line() {
    StringBuilder line = new StringBuilder();
    if (random.nextInt(20) == 0) {
      for (int i = random.nextInt(40); i > 0; i--) {
        line.append((char) random.nextInt(0x10000));
      }
      return line.toString();
    }
    FaultKind[] kinds = FaultKind.values();
    String name = kinds[random.nextInt(kinds.length)].text();
    line.append(random.nextInt(15) == 0 ? word() : name);
    for (int i = random.nextInt(6); i > 0; i--) {
      line.append(' ').append(random.nextInt(3) == 0 ? "" + random.nextInt(40) : word());
    }
    return line.toString();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** Whether a line was understood. */
  private static boolean type(FaultBoard board, String line) {
    try {
      for (FaultLine typed : FaultLine.parse(line).stream().toList()) {
        if (typed instanceof FaultLine.Begins begins) {
          board.inject(begins.injection());
        } else if (typed instanceof FaultLine.Ends ends) {
          board.lift(ends.kind(), ends.vehicle());
        }
      }
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(" ");
      return false;
    }
  }

  private void type(int count) {
    int understood = 0;
    for (int done = 0; done < count; done += LINES_A_FLIGHT) {
      Flight flight = Flight.ready();
      flight.takeOff(30);
      flight.reposition(0, 300, 30);
      FaultBoard board = new FaultBoard(flight.world, new NotedPorts());
      for (int i = 0; i < LINES_A_FLIGHT; i++) {
        String line = line();
        understood += type(board, line) ? 1 : 0;
        if (i % 10 == 0) {
          flight.run(0.01);
          board.turn();
          flight.forget();
        }
      }
      SimulatedVehicle vehicle = flight.vehicle;
      double before = flight.world.elapsedS();
      flight.run(1);
      assertThat(flight.world.elapsedS()).isGreaterThan(before + 0.9);
      assertThat(vehicle.body().position().length()).as("still somewhere").isFinite();
      assertThat(vehicle.body().velocity().length()).as("at some speed").isLessThan(1e4);
    }
    assertThat(understood).as("lines that were understood").isBetween(count / 20, count / 2);
  }

  @Test
  void any_line_is_refused_in_words_or_done_and_the_world_goes_on() {
    type(6_000);
  }

  @Test
  @Tag("deep")
  void half_a_million_lines_do_no_harm_either() {
    type(500_000);
  }
}
