package org.vigie.planner.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.planner.request.Wind;

class FewerTurnsTest {
  private static final TravelTime TIME = TravelTime.find(8, 12, new Wind(200, 6)).orElseThrow();

  private static double missionS(List<Coordinate> way, double legS) {
    double seconds = 0;
    for (int i = 0; i + 1 < way.size(); i++) {
      seconds += TIME.seconds(way.get(i), way.get(i + 1)) + legS;
    }
    return seconds;
  }

  @Test
  void turns_are_merged_only_where_the_mission_is_sooner_done_and_stays_free() throws Exception {
    int fewer = 0;
    for (int seed = 0; seed < 120; seed++) {
      GridMap map = new GridMap(seed, 5);
      List<RouteObstacle> obstacles = new ArrayList<>();
      for (Geometry shape : map.obstacles) {
        obstacles.add(RouteObstacle.of("Z" + obstacles.size(), shape, 4));
      }
      RouteFinder finder = new RouteFinder(FreeSpace.among(obstacles), TIME);
      Optional<Route> route = finder.fastest(map.start, map.goal);
      if (route.isEmpty()) {
        continue;
      }
      List<Coordinate> way =
          FewerTurns.of(route.get().points(), finder.space(), some -> missionS(some, 3.2));
      int saved = route.get().points().size() - way.size();
      if (saved > 0) {
        assertThat(missionS(way, 3.2)).isLessThan(missionS(route.get().points(), 3.2));
      }
      for (int i = 0; i + 1 < way.size(); i++) {
        assertThat(finder.space().isFree(way.get(i), way.get(i + 1))).isTrue();
      }
      assertThat(
              missionS(
                  FewerTurns.of(route.get().points(), finder.space(), some -> missionS(some, 0)),
                  0))
          .as("a turn that costs nothing is worth no detour")
          .isCloseTo(route.get().seconds(), within(1e-6));
      fewer += saved;
    }
    assertThat(fewer).isPositive();
  }
}
