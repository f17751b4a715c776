package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.physics.Turbulence;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.physics.Wind;

/**
 * Gusts against the closed forms of Dryden's model: variance, autocorrelation {@code e^(-t/T)}
 * along and {@code e^(-t/T) (1 - t / 2T)} across, spectra. At 200 ft: L_u = 200 / (0.177 +
 * 0.1646)^1.2 = 726.3 ft = 221.4 m, L_w = 60.96 m, sigma_w / sigma_u = 0.3416^0.4 = 0.6507
 * (MIL-F-8785C, computed by hand).
 */
class A04_TurbulenceTest {
  private static final double STEP_S = 0.05;
  private static final double HEIGHT_M = 60.96;
  private static final double SPEED_MPS = 20;
  private static final double LONG_M = 221.4;
  private static final double SHORT_M = 60.96;
  private static final double SIGMA_MPS = 2;
  private static final int STEPS = 1 << 21;
  private static double[] along;
  private static double[] right;
  private static double[] up;

  @BeforeAll
  static void blow() {
    Wind wind = new Wind();
    wind.set(180, 6, 6 + 3 * SIGMA_MPS); // towards north
    Turbulence air = new Turbulence(7);
    air.enter(SPEED_MPS, HEIGHT_M, STEP_S);
    along = new double[STEPS];
    right = new double[STEPS];
    up = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      Vec3 now = air.step(wind);
      along[i] = now.north() - 6;
      right[i] = now.east();
      up[i] = now.up();
    }
  }

  private static double covariance(double[] series, int lag) {
    double sum = 0;
    for (int i = lag; i < series.length; i++) {
      sum += series[i] * series[i - lag];
    }
    return sum / (series.length - lag);
  }

  @Test
  void gusts_keep_their_mean_and_the_stated_strength() {
    double mean = 0;
    int above = 0;
    for (double gust : along) {
      mean += gust / STEPS;
      above += gust > 3 * SIGMA_MPS ? 1 : 0;
    }
    assertThat(mean).isCloseTo(0, within(0.1));
    assertThat(Math.sqrt(covariance(along, 0))).isCloseTo(SIGMA_MPS, within(0.06));
    assertThat(Math.sqrt(covariance(right, 0))).isCloseTo(SIGMA_MPS, within(0.06));
    assertThat(Math.sqrt(covariance(up, 0))).isCloseTo(0.6507 * SIGMA_MPS, within(0.03));
    // the stated gust is the three-sigma peak: 0.135 % of a normal distribution lies above
    assertThat(above / (double) STEPS).isBetween(0.0007, 0.0021);
  }

  @Test
  void they_forget_themselves_as_the_scale_lengths_say() {
    for (double share : new double[] {0.25, 0.5, 1, 2}) {
      int lag = (int) Math.round(share * LONG_M / SPEED_MPS / STEP_S);
      double t = lag * STEP_S * SPEED_MPS / LONG_M;
      assertThat(covariance(along, lag) / covariance(along, 0))
          .isCloseTo(Math.exp(-t), within(0.05));
      assertThat(covariance(right, lag) / covariance(right, 0))
          .isCloseTo(Math.exp(-t) * (1 - t / 2), within(0.05));
      int shorter = (int) Math.round(share * SHORT_M / SPEED_MPS / STEP_S);
      double s = shorter * STEP_S * SPEED_MPS / SHORT_M;
      assertThat(covariance(up, shorter) / covariance(up, 0))
          .isCloseTo(Math.exp(-s) * (1 - s / 2), within(0.05));
    }
  }

  /** Bartlett's estimate of the two-sided density at a circular frequency. */
  private static double density(double[] series, double omega) {
    int length = 1 << 13;
    int blocks = STEPS / length;
    double sum = 0;
    for (int b = 0; b < blocks; b++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < length; i++) {
        re += series[b * length + i] * Math.cos(omega * i * STEP_S);
        im += series[b * length + i] * Math.sin(omega * i * STEP_S);
      }
      sum += (re * re + im * im) * STEP_S / (length * 2 * Math.PI);
    }
    return sum / blocks;
  }

  /** One-sided spectra of MIL-F-8785C, halved for both signs of frequency. */
  @Test
  void their_spectra_are_drydens() {
    for (double omega : new double[] {0.05, 0.2, 0.6}) {
      double x = LONG_M / SPEED_MPS * omega;
      double base = SIGMA_MPS * SIGMA_MPS * LONG_M / (Math.PI * SPEED_MPS);
      assertThat(density(along, omega)).isCloseTo(base / (1 + x * x), percent(18));
      double across = base / 2 * (1 + 3 * x * x) / Math.pow(1 + x * x, 2);
      assertThat(density(right, omega)).isCloseTo(across, percent(18));
    }
  }

  private static org.assertj.core.data.Percentage percent(double value) {
    return org.assertj.core.data.Percentage.withPercentage(value);
  }

  @Test
  void two_vehicles_meet_gusts_of_their_own() {
    Wind wind = new Wind();
    wind.set(180, 6, 12);
    Turbulence other = new Turbulence(8);
    other.enter(SPEED_MPS, HEIGHT_M, STEP_S);
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += along[i] * (other.step(wind).north() - 6);
    }
    assertThat(sum / STEPS / (SIGMA_MPS * SIGMA_MPS)).isCloseTo(0, within(0.05));
  }

  @Test
  void without_gusts_the_wind_is_its_mean() {
    Wind wind = new Wind();
    wind.set(270, 5, 5);
    Vec3 air = new Turbulence(1).step(wind);
    assertThat(air.east()).isCloseTo(5, within(1e-12));
    assertThat(air.up()).isZero();
  }
}
