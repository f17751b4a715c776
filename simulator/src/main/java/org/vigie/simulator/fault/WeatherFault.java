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
    public Runnable begin(FaultSite site) {
      return weather(site, new Weather(fromDeg, speedMps, Math.max(speedMps, gustMps)));
    }
  }

  /** One gust at full strength, from where the fair weather's wind comes, as long as it lasts. */
  record Gust(double speedMps) implements WeatherFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GUST;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return weather(site, new Weather(site.fair().fromDeg(), speedMps, speedMps));
    }
  }

  private static Runnable weather(FaultSite site, Weather weather) {
    site.world().setWeather(weather);
    return () -> site.world().setWeather(site.fair());
  }
}
