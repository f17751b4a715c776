package org.vigie.simulator.camera.picture;

import java.util.List;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;
import org.vigie.simulator.world.CameraPose;

/**
 * Everything that cameras can see: ground, town, and what happens there from its time on. Immutable
 * and shared by all cameras; megabytes large, so made once.
 */
public final class Scene {
  private final LocalFrame frame;
  private final Ground ground;
  private final List<Mesh> meshes;
  private final List<Incident> incidents;
  private final Lamps lamps;
  private final Noise noise = new Noise();

  Scene(LocalFrame frame, Ground ground, List<Mesh> meshes, List<Incident> incidents, Lamps lamps) {
    this.lamps = lamps;
    this.frame = frame;
    this.ground = ground;
    this.meshes = List.copyOf(meshes);
    this.incidents = List.copyOf(incidents);
  }

  /**
   * The scene of a scenario.
   *
   * @param terrain where it knows nothing the ground is as high as the first vehicle's home
   * @param town {@link Town#NONE} for bare ground
   */
  public static Scene of(Scenario scenario, Terrain terrain, Town town) {
    return new SceneBuilder(scenario, terrain, town).build();
  }

  /** A pose in this scene's frame. */
  public Viewpoint viewpoint(CameraPose pose) {
    Enu at = frame.toLocal(pose.place());
    return new Viewpoint(
        at.eastM(),
        at.northM(),
        pose.altitudeAmslM(),
        pose.yawDeg(),
        pose.pitchDeg(),
        pose.rollDeg(),
        pose.fovDeg());
  }

  /** Altitude of the ground that is drawn at a place, metres above mean sea level. */
  public double groundAmslM(LatLon place) {
    Enu at = frame.toLocal(place);
    return ground.upM(at.eastM(), at.northM());
  }

  /** Where the sun is looked up. */
  LatLon origin() {
    return frame.origin();
  }

  Lamps lamps() {
    return lamps;
  }

  List<Mesh> meshes() {
    return meshes;
  }

  List<Incident> incidents() {
    return incidents;
  }

  Noise noise() {
    return noise;
  }
}
