package org.vigie.groundstation.video.hub;

import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.video.TestVideo;
import org.vigie.groundstation.video.nal.AccessUnit;
import org.vigie.groundstation.video.nal.PictureAssembler;
import org.vigie.groundstation.video.ts.Collected;

/** Access units as the station makes them. */
final class Pictures {
  private Pictures() {}

  static List<AccessUnit> of(int frames, int gop) {
    return of(TestVideo.mux(TestVideo.encode(160, 96, frames, gop, 90_000), true));
  }

  static List<AccessUnit> of(byte[] ts) {
    List<AccessUnit> units = new ArrayList<>();
    PictureAssembler assembler = new PictureAssembler(units::add);
    Collected.of(ts, 7 * 188).units.forEach(unit -> assembler.unit(unit, 1));
    return units;
  }
}
