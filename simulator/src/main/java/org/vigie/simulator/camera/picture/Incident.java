package org.vigie.simulator.camera.picture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen where something happened, from then on: burnt ground, an engine, people who
 * move, and smoke where there is fire. Immutable; where people stand follows from the time alone.
 */
final class Incident {
  private static final Colour BURNT = Colour.ofRgb(0x34312F);
  private static final Colour RUBBLE = Colour.ofRgb(0x77706A);
  private static final Colour FIREFIGHTER = Colour.ofRgb(0xD8C23A);
  private static final int[] JACKETS = {0xA83232, 0x3B5DA8, 0xE0DED8, 0x3E7F4F, 0x4A4A55, 0xB0702E};
  private static final int PEOPLE = 9;
  private static final int FIREFIGHTERS = 3;

  /** How far people walk to and fro, and how long that takes. */
  private static final double WALK_M = 2.2;

  private static final double WALK_S = 9;

  private final Instant from;
  private final Ground ground;
  private final double eastM;
  private final double northM;
  private final double streetRad;
  private final Mesh standing;
  private final @Nullable SmokeColumn smoke;

  /**
   * @param streetRad the street's direction, clockwise from north
   * @param wind metres per second towards east and north
   */
  Incident(
      Instant from,
      Ground ground,
      double eastM,
      double northM,
      double streetRad,
      boolean fire,
      double[] wind) {
    this.from = from;
    this.ground = ground;
    this.eastM = eastM;
    this.northM = northM;
    this.streetRad = streetRad;
    double[] hearth = place(0, 4.5);
    this.smoke =
        fire ? new SmokeColumn(hearth[0], hearth[1], ground.upM(hearth[0], hearth[1]), wind) : null;
    Mesh.Builder mesh = new Mesh.Builder();
    if (fire) {
      burn(mesh, hearth);
    }
    double[] engine = place(-15, 0.6);
    Vehicles.fireEngine(mesh, engine[0], engine[1], up(engine), streetRad);
    double[] car = place(13, -1.8);
    Vehicles.car(mesh, Colour.ofRgb(0xE9E6DF), car[0], car[1], up(car), streetRad + 0.4);
    this.standing = mesh.build();
  }

  private void burn(Mesh.Builder mesh, double[] hearth) {
    ground.lay(
        Mesh.Layer.GROUND,
        Surface.of(Surface.Pattern.GRAIN, BURNT),
        Flat.disc(hearth[0], hearth[1], 3.2, 10),
        mesh);
    for (int i = 0; i < 9; i++) {
      double[] stone = place(2.8 * Math.sin(i * 2.4), 4.2 + 1.9 * Math.cos(i * 1.7));
      double size = 0.35 + 0.13 * (i % 4);
      Solid.box(mesh, RUBBLE, stone[0], stone[1], up(stone), i, size, size, size * 0.7);
    }
  }

  /** East and north of a place given along the street and to its right. */
  private double[] place(double alongM, double asideM) {
    double c = Math.cos(streetRad);
    double s = Math.sin(streetRad);
    return new double[] {eastM + alongM * s + asideM * c, northM + alongM * c - asideM * s};
  }

  private double up(double[] at) {
    return ground.upM(at[0], at[1]);
  }

  boolean begun(Instant now) {
    return !now.isBefore(from);
  }

  private double secondsSince(Instant now) {
    return Duration.between(from, now).toNanos() / 1e9;
  }

  void draw(Rasteriser into, Instant now) {
    if (!begun(now) || !into.mayShow(standing)) {
      return;
    }
    into.draw(standing);
    Mesh.Builder people = new Mesh.Builder();
    double time = secondsSince(now);
    for (int i = 0; i < PEOPLE; i++) {
      boolean firefighter = i < FIREFIGHTERS;
      double phase = 2 * Math.PI * (time / WALK_S + i * 0.37);
      double along = firefighter ? -6 + 2.6 * i : -4 + 2.7 * (i - FIREFIGHTERS);
      double aside = firefighter ? 2.2 : -3.6 + (i % 3) * 0.9;
      double[] at = place(along + WALK_M * Math.sin(phase), aside);
      double facing = streetRad + (Math.cos(phase) > 0 ? 0 : Math.PI);
      Colour jacket =
          firefighter ? FIREFIGHTER : Colour.ofRgb(JACKETS[(i - FIREFIGHTERS) % JACKETS.length]);
      Vehicles.person(people, jacket, at[0], at[1], up(at), facing);
    }
    into.draw(people.build());
  }

  void drawSmoke(Rasteriser behind, Viewpoint from, Instant now, Picture picture) {
    if (smoke != null && begun(now)) {
      smoke.draw(behind, from, secondsSince(now), picture);
    }
  }

  /** Whether a fire burns here at a time. */
  boolean burns(Instant now) {
    return smoke != null && !now.isBefore(from);
  }

  /** How far a place is from where it happened, metres. */
  double awayM(double east, double north) {
    return Math.hypot(east - eastM, north - northM);
  }
}
