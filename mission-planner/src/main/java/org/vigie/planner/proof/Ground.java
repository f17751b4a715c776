package org.vigie.planner.proof;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.volume.FallGround;
import org.vigie.geofence.volume.VolumeTerms;

/** Ground below what the plan may fly over. Unknown ground is unknown. Confined to one proof. */
final class Ground {
  private final Case c;
  private @Nullable OptionalDouble lowestM;
  private @Nullable OptionalDouble groundRiskM;

  Ground(Case c) {
    this.c = c;
  }

  /**
   * A height that nothing of the ground below an area exceeds, above mean sea level; empty if some
   * of it is unknown. The box around the area answers for it when that is low enough, so that the
   * answer may be too high, but never so that it matters.
   *
   * @param enoughM what the answer is compared with
   */
  OptionalDouble highestM(Geometry area, double enoughM) {
    Optional<GroundRange> box = range(area.getEnvelope());
    if (box.isPresent() && box.get().highest().metres() <= enoughM) {
      return OptionalDouble.of(box.get().highest().metres());
    }
    return range(area)
        .map(range -> OptionalDouble.of(range.highest().metres()))
        .orElse(OptionalDouble.empty());
  }

  private Optional<GroundRange> range(Geometry area) {
    return AreaRange.of(c.inputs().terrain(), c.plane(), area);
  }

  /** The lowest ground below the contingency volume, above mean sea level; empty if unknown. */
  OptionalDouble lowestM() {
    if (lowestM == null) {
      lowestM =
          range(c.contingency().most())
              .map(range -> OptionalDouble.of(range.lowest().metres()))
              .orElse(OptionalDouble.empty());
    }
    return lowestM;
  }

  /**
   * S_GRB, for a fall to the lowest ground below the volume and below its ground risk buffer; empty
   * while that is unknown.
   */
  OptionalDouble groundRiskM() {
    if (groundRiskM == null) {
      Optional<VolumeTerms> settled =
          FallGround.settle(
              c.inputs().terrain(),
              c.plane(),
              c.contingency().most(),
              c.inputs().site().home().altitude(),
              c.terms());
      groundRiskM =
          settled.isPresent()
              ? OptionalDouble.of(settled.get().groundRiskM())
              : OptionalDouble.empty();
    }
    return groundRiskM;
  }
}
