package org.vigie.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test method a {@link SimulatedWorld}: a scenario's vehicles in virtual time, in the
 * test's own thread, with a station's link to each. When the test fails, the seed is printed and
 * what happened is kept: a {@code .tlog} a vehicle, the true track and the faults. Virtual time
 * runs as fast as the machine can; a scenario's own speed is for commands that have a wall clock.
 *
 * <pre>{@code
 * @Test
 * @SimulatedFlight(scenario = "fair-weather", seed = 7)
 * void it_knows_where_it_is(SimulatedWorld world) {
 *   world.run(Duration.ofSeconds(20));
 *   assertThat(world.vehicle().autopilot().controller().gpsOk()).isTrue();
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedFlightExtension.class)
public @interface SimulatedFlight {
  /** Stands for the scenario's own seed. */
  long SEED_OF_SCENARIO = Long.MIN_VALUE;

  /** The name of a shipped scenario, or the path of a file. */
  String scenario() default "fair-weather";

  /** Everything random follows from it. */
  long seed() default SEED_OF_SCENARIO;
}
