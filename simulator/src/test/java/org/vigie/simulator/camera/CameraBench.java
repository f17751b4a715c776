package org.vigie.simulator.camera;

import java.util.Arrays;
import java.util.Locale;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.clock.SystemWallClock;
import org.vigie.simulator.run.ScenarioFile;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.CameraPose;

/**
 * Prints what a frame costs on this machine: a circle at 55 m around the incident. By name only.
 */
final class CameraBench {
  private static final int FRAMES = 500;
  private static final int WARM_UP = 150;

  private CameraBench() {}

  public static void main(String[] args) throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    Scene scene = Scene.of(file.scenario(), file.terrain(), file.town());
    System.out.printf(
        "%d processors, %d frames%n", Runtime.getRuntime().availableProcessors(), FRAMES);
    System.out.println("size      draw ms p50/p95   encode+send ms p50/p95   kbit/s   key KB max");
    for (PictureSize size : PictureSize.values()) {
      measure(file.scenario(), scene, size);
    }
  }

  private static void measure(Scenario scenario, Scene scene, PictureSize size) {
    double[] draw = new double[FRAMES];
    double[] encode = new double[FRAMES];
    long bytes = 0;
    int keyMax = 0;
    try (VideoLine line =
        new VideoLine(scene, size, new SystemWallClock(), (array, from, length) -> {})) {
      for (int i = -WARM_UP; i < FRAMES; i++) {
        VideoLine.Cost cost = line.frame(orbit(scenario, scene, i));
        if (i >= 0) {
          draw[i] = cost.drawMs();
          encode[i] = cost.encodeMs();
          bytes += cost.bytes();
          keyMax = cost.key() ? Math.max(keyMax, cost.bytes()) : keyMax;
        }
      }
    }
    Arrays.sort(draw);
    Arrays.sort(encode);
    System.out.printf(
        Locale.ROOT,
        "%-9s %6.1f /%6.1f    %6.1f /%6.1f          %6d    %6d%n",
        size.text(),
        draw[FRAMES / 2],
        draw[FRAMES * 95 / 100],
        encode[FRAMES / 2],
        encode[FRAMES * 95 / 100],
        bytes * 8 * H264Encoder.FRAMES_PER_S / FRAMES / 1000,
        keyMax / 1024);
  }

  /** Five metres a second around the incident, looking at it. */
  static CameraPose orbit(Scenario scenario, Scene scene, int frame) {
    Scenario.EventSpec event = scenario.events().get(0);
    LatLon incident = new LatLon(event.lat(), event.lon());
    double bearing = 200 + frame * 5.0 / H264Encoder.FRAMES_PER_S / 40 * 180 / Math.PI;
    LatLon at = Geodesics.destination(incident, ((bearing % 360) + 360) % 360, 40);
    return new CameraPose(
        scenario.start().plusSeconds(90).plusMillis(frame * 40L),
        at,
        scene.groundAmslM(at) + 55,
        (bearing + 180) % 360,
        -Math.toDegrees(Math.atan2(55, 40)),
        0,
        73.7,
        true);
  }
}
