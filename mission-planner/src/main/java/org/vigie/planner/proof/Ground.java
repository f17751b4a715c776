package org.vigie.planner.proof;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.terrain.AreaRange;
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
    Optional<AltitudeAmsl> box = highest(area.getEnvelope());
    if (box.isPresent() && box.get().metres() <= enoughM) {
      return metres(box);
    }
    return metres(highest(area));
  }

  private Optional<AltitudeAmsl> highest(Geometry area) {
    return AreaRange.highest(c.inputs().terrain(), c.plane(), area);
  }

  private static OptionalDouble metres(Optional<AltitudeAmsl> altitude) {
    return altitude.isPresent()
        ? OptionalDouble.of(altitude.get().metres())
        : OptionalDouble.empty();
  }

  /** The lowest ground below the contingency volume, above mean sea level; empty if unknown. */
  OptionalDouble lowestM() {
    if (lowestM == null) {
      lowestM = metres(AreaRange.lowest(c.inputs().terrain(), c.plane(), c.contingency().most()));
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
