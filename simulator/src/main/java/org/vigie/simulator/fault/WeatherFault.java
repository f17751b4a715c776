package org.vigie.simulator.fault;

import org.vigie.simulator.world.Weather;

/** Weather that nobody ordered; lifted, it is fair again. */
public sealed interface WeatherFault extends Fault {
  /** A gust above a mean wind that is given alone. */
  double GUST_FACTOR = 1.4;

  /** Another wind. */
  record Wind(double speedMps, double fromDeg, double gustMps) implements WeatherFault {
    @Override
    public FaultKind kind() {
      return FaultKind.WIND;
    }

    @Override
    public Weather over(Weather below) {
      return new Weather(fromDeg, speedMps, Math.max(speedMps, gustMps));
    }
  }

  /**
   * One gust at full strength as long as it lasts, from where the wind of the moment comes, be it
   * the fair one or another; never weaker than that wind's mean.
   */
  record Gust(double speedMps) implements WeatherFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GUST;
    }

    @Override
    public Weather over(Weather below) {
      double mean = Math.max(speedMps, below.speedMps());
      return new Weather(below.fromDeg(), mean, Math.max(mean, below.gustMps()));
    }
  }
}
