package org.vigie.simulator.camera.picture;

/** Cars, a fire engine, people, as a few boxes each. */
final class Vehicles {
  private static final Colour GLASS = Colour.ofRgb(0x2E3740);
  private static final Colour TYRES = Colour.ofRgb(0x26272A);
  private static final Colour RED = Colour.ofRgb(0xC4281E);
  private static final Colour WHITE = Colour.ofRgb(0xE8E8E4);
  private static final Colour BLUE_LIGHT = Colour.ofRgb(0x2F6BFF);
  private static final Colour SKIN = Colour.ofRgb(0xC79A7C);
  private static final Colour TROUSERS = Colour.ofRgb(0x2B2F3A);

  private Vehicles() {}

  /**
   * A car.
   *
   * @param yawRad where it points, clockwise from north
   */
  static void car(
      Mesh.Builder mesh, Colour paint, double eastM, double northM, double upM, double yawRad) {
    Solid.box(mesh, TYRES, eastM, northM, upM, yawRad, 3.9, 1.66, 0.4);
    Solid.box(mesh, paint, eastM, northM, upM + 0.3, yawRad, 4.2, 1.75, 0.58);
    double x = eastM - 0.25 * Math.sin(yawRad);
    double y = northM - 0.25 * Math.cos(yawRad);
    Solid.box(mesh, GLASS, x, y, upM + 0.88, yawRad, 2.4, 1.55, 0.42);
    Solid.box(mesh, paint, x, y, upM + 1.3, yawRad, 2.1, 1.5, 0.12);
  }

  /** A fire engine with its ladder on the roof. */
  static void fireEngine(
      Mesh.Builder mesh, double eastM, double northM, double upM, double yawRad) {
    double fx = Math.sin(yawRad);
    double fy = Math.cos(yawRad);
    Solid.box(mesh, TYRES, eastM, northM, upM, yawRad, 7.6, 2.4, 0.6);
    Solid.box(mesh, RED, eastM - 0.9 * fx, northM - 0.9 * fy, upM + 0.5, yawRad, 6.0, 2.5, 2.4);
    Solid.box(mesh, RED, eastM + 3.0 * fx, northM + 3.0 * fy, upM + 0.5, yawRad, 1.8, 2.5, 1.0);
    Solid.box(mesh, GLASS, eastM + 3.0 * fx, northM + 3.0 * fy, upM + 1.5, yawRad, 1.75, 2.4, 0.8);
    Solid.box(mesh, RED, eastM + 3.0 * fx, northM + 3.0 * fy, upM + 2.3, yawRad, 1.8, 2.5, 0.25);
    Solid.box(
        mesh, BLUE_LIGHT, eastM + 3.2 * fx, northM + 3.2 * fy, upM + 2.55, yawRad, 0.4, 1.8, 0.25);
    Solid.box(mesh, WHITE, eastM - 0.9 * fx, northM - 0.9 * fy, upM + 1.4, yawRad, 6.05, 2.54, 0.3);
    Solid.box(mesh, WHITE, eastM - 0.6 * fx, northM - 0.6 * fy, upM + 2.9, yawRad, 6.4, 0.7, 0.25);
  }

  /** Somebody who stands there. */
  static void person(
      Mesh.Builder mesh, Colour jacket, double eastM, double northM, double upM, double yawRad) {
    Solid.box(mesh, TROUSERS, eastM, northM, upM, yawRad, 0.26, 0.38, 0.85);
    Solid.box(mesh, jacket, eastM, northM, upM + 0.85, yawRad, 0.32, 0.52, 0.62);
    Solid.box(mesh, SKIN, eastM, northM, upM + 1.5, yawRad, 0.22, 0.2, 0.25);
  }
}
