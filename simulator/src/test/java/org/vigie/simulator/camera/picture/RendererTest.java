package org.vigie.simulator.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;

/** Known places appear where the pinhole formula puts them. */
class RendererTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final double EYE_M = PictureWorld.GROUND_M + 10;

  /** Pixels of focal length at 60 degrees. */
  private static final double FOCAL = WIDTH / 2.0 / Math.tan(Math.toRadians(30));

  private static int luma(Picture picture, int x, int y) {
    return picture.luma()[y * picture.width() + x] & 255;
  }

  private static boolean isSky(Picture picture, int x, int y) {
    int at = y / 2 * (WIDTH / 2) + x / 2;
    return (picture.blue()[at] & 255) > 130; // sky and haze are blue, walls are not
  }

  @Test
  void a_towers_edges_are_where_the_pinhole_formula_puts_them() {
    // south face 95 m to the north, 10 m wide, 20 m high; the eye 10 m above the ground, level
    Scene scene = PictureWorld.scene(PictureWorld.town(PictureWorld.tower(-5, 95, 10, 20)));
    Viewpoint eye = new Viewpoint(0, 0, EYE_M, 0, 0, 0, 60);
    Picture picture = PictureWorld.render(scene, eye, 0, WIDTH);
    double left = WIDTH / 2.0 - FOCAL * 5 / 95;
    double right = WIDTH / 2.0 + FOCAL * 5 / 95;
    double top = HEIGHT / 2.0 - FOCAL * 10 / 95;
    int middle = HEIGHT / 2 - 20;
    assertThat(isSky(picture, (int) left - 3, middle)).isTrue();
    assertThat(isSky(picture, (int) left + 3, middle)).isFalse();
    assertThat(isSky(picture, (int) right - 3, middle)).isFalse();
    assertThat(isSky(picture, (int) right + 3, middle)).isTrue();
    assertThat(isSky(picture, WIDTH / 2, (int) top - 3)).isTrue();
    assertThat(isSky(picture, WIDTH / 2, (int) top + 3)).isFalse();
  }

  @Test
  void yaw_pitch_and_roll_turn_the_picture_as_they_should() {
    Scene scene = PictureWorld.scene(PictureWorld.town(PictureWorld.tower(-5, 95, 10, 20)));
    // turned right by 10 degrees the tower is left of the middle
    Picture turned = PictureWorld.render(scene, new Viewpoint(0, 0, EYE_M, 10, 0, 0, 60), 0, WIDTH);
    int x = (int) (WIDTH / 2.0 - FOCAL * Math.tan(Math.toRadians(10)));
    assertThat(isSky(turned, x, HEIGHT / 2 - 20)).isFalse();
    assertThat(isSky(turned, WIDTH / 2, HEIGHT / 2 - 20)).isTrue();
    // looking up by 5 degrees its top is lower in the picture
    Picture raised = PictureWorld.render(scene, new Viewpoint(0, 0, EYE_M, 0, 5, 0, 60), 0, WIDTH);
    double up = Math.atan2(10, 95) - Math.toRadians(5);
    int top = (int) (HEIGHT / 2.0 - FOCAL * Math.tan(up));
    assertThat(isSky(raised, WIDTH / 2, top - 4)).isTrue();
    assertThat(isSky(raised, WIDTH / 2, top + 4)).isFalse();
    // rolled with the right side down the horizon rises to the right
    Picture rolled =
        PictureWorld.render(scene, new Viewpoint(0, 0, EYE_M, 90, 0, 20, 60), 0, WIDTH);
    int rise = (int) (200 * Math.tan(Math.toRadians(20)));
    assertThat(isSky(rolled, WIDTH / 2 + 200, HEIGHT / 2 - rise - 8)).isTrue();
    assertThat(isSky(rolled, WIDTH / 2 - 200, HEIGHT / 2 + rise - 8)).isTrue();
    assertThat(luma(rolled, WIDTH / 2 + 200, HEIGHT / 2 - rise + 60))
        .isLessThan(luma(rolled, WIDTH / 2 - 200, HEIGHT / 2 + rise - 60));
  }

  private static Mesh wall(double north, Surface surface) {
    Mesh.Builder mesh = new Mesh.Builder();
    mesh.add(Mesh.Layer.SOLID, surface, -9, north, -9, 9, north, -9, 9, north, 9, -9, north, 9);
    return mesh.build();
  }

  @Test
  void what_is_nearer_hides_what_is_farther_in_whatever_order_it_is_drawn() {
    Surface near = Surface.of(Surface.Pattern.PLAIN, new Colour(200, 128, 128));
    Surface far = Surface.of(Surface.Pattern.PLAIN, new Colour(50, 128, 128));
    for (boolean nearFirst : new boolean[] {true, false}) {
      Rasteriser rasteriser = new Rasteriser(64, 64);
      rasteriser.begin(new Viewpoint(0, 0, 0, 0, 0, 0, 60));
      rasteriser.draw(wall(nearFirst ? 20 : 40, nearFirst ? near : far));
      rasteriser.draw(wall(nearFirst ? 40 : 20, nearFirst ? far : near));
      int middle = 32 * 64 + 32;
      assertThat(rasteriser.surface(rasteriser.seen[middle])).isSameAs(near);
      assertThat(1 / rasteriser.nearness[middle]).isBetween(19.99f, 20.01f);
    }
  }

  @Test
  void walls_are_seen_from_their_front_only() {
    Rasteriser rasteriser = new Rasteriser(64, 64);
    rasteriser.begin(new Viewpoint(0, 40, 0, 180, 0, 0, 60));
    rasteriser.draw(wall(20, Surface.of(Surface.Pattern.PLAIN, new Colour(200, 128, 128))));
    assertThat(rasteriser.seen[32 * 64 + 32]).isZero();
  }

  @Test
  void a_roadway_lies_on_the_ground_where_it_is_mapped() {
    Town.Street street =
        new Town.Street("", 8, List.of(PictureWorld.at(-200, 100), PictureWorld.at(200, 100)));
    Scene scene = PictureWorld.scene(new Town(List.of(street), List.of(), List.of()));
    Viewpoint down = new Viewpoint(0, 60, PictureWorld.GROUND_M + 55, 0, -50, 0, 60);
    Picture picture = PictureWorld.render(scene, down, 0, WIDTH);
    // 2 m beside the middle line, 38 m ahead, 55 m down
    int x = WIDTH / 2 + 30;
    double below = Math.atan2(55, 38) - Math.toRadians(50);
    int y = (int) (HEIGHT / 2.0 + FOCAL * Math.tan(below));
    double beside = Math.atan2(55, 26) - Math.toRadians(50);
    int ground = (int) (HEIGHT / 2.0 + FOCAL * Math.tan(beside));
    assertThat(luma(picture, x, y)).isLessThan(luma(picture, x, ground) - 15);
  }

  @Test
  void what_happens_is_seen_from_its_time_on_and_false_alarms_never() {
    Scenario.EventSpec real = PictureWorld.event(5, 0, 60, false);
    Scenario.EventSpec nothing = PictureWorld.event(5, 300, 60, true);
    Scene scene = PictureWorld.scene(Town.NONE, real, nothing);
    Viewpoint eye = new Viewpoint(0, 0, EYE_M, 0, -8, 0, 60);
    byte[] before = PictureWorld.render(scene, eye, 4.9, WIDTH).luma();
    Picture after = PictureWorld.render(scene, eye, 60, WIDTH);
    assertThat(differing(before, after.luma())).isGreaterThan(2000);
    assertThat(reds(after)).as("pixels of the fire engine").isGreaterThan(40);
    Viewpoint elsewhere = new Viewpoint(300, 0, EYE_M, 0, -8, 0, 60);
    byte[] quiet = PictureWorld.render(scene, elsewhere, 4.9, WIDTH).luma();
    assertThat(PictureWorld.render(scene, elsewhere, 7, WIDTH).luma()).isEqualTo(quiet);
  }

  @Test
  void smoke_and_people_move() {
    Scene scene = PictureWorld.scene(Town.NONE, PictureWorld.event(0, 0, 60, false));
    Viewpoint eye = new Viewpoint(0, 0, EYE_M, 0, -8, 0, 60);
    byte[] then = PictureWorld.render(scene, eye, 30, WIDTH).luma();
    byte[] later = PictureWorld.render(scene, eye, 30.4, WIDTH).luma();
    assertThat(differing(then, later)).isGreaterThan(300);
  }

  @Test
  void the_same_moment_looks_the_same_each_time() {
    Scene one = PictureWorld.scene(Town.NONE, PictureWorld.event(0, 0, 60, false));
    Scene other = PictureWorld.scene(Town.NONE, PictureWorld.event(0, 0, 60, false));
    Viewpoint eye = new Viewpoint(3, 0, EYE_M, 4, -8, 1, 60);
    Picture picture = PictureWorld.render(one, eye, 30, WIDTH);
    assertThat(PictureWorld.render(other, eye, 30, WIDTH).luma()).isEqualTo(picture.luma());
  }

  private static int differing(byte[] one, byte[] other) {
    int count = 0;
    for (int i = 0; i < one.length; i++) {
      count += one[i] == other[i] ? 0 : 1;
    }
    return count;
  }

  private static int reds(Picture picture) {
    int count = 0;
    for (byte red : picture.red()) {
      count += (red & 255) > 180 ? 1 : 0;
    }
    return count;
  }
}
