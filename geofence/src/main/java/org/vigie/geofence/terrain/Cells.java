package org.vigie.geofence.terrain;

/** Altitudes by row from south to north, each from west to east. Immutable. */
sealed interface Cells {
  /** What a 16-bit cell holds where the altitude is unknown. */
  short VOID = Short.MIN_VALUE;

  /** No ground is higher or lower, metres; a value outside is a void that was not declared. */
  double ALTITUDE_M_MAX = 9000;

  double ALTITUDE_M_MIN = -500;

  /** Metres, not a number for a void. */
  float altitudeM(int index);

  int count();

  /** Memory, bytes. */
  long bytes();

  static boolean isOnEarth(double altitudeM) {
    return altitudeM >= ALTITUDE_M_MIN && altitudeM <= ALTITUDE_M_MAX;
  }

  /** Whole metres, {@link #VOID} for a void. The array belongs to the cells from here on. */
  static Cells of(short[] altitudesM) {
    return new Shorts(altitudesM);
  }

  /** Metres, not a number for a void. The array belongs to the cells from here on. */
  static Cells of(float[] altitudesM) {
    return new Floats(altitudesM);
  }

  /** Sixteen bits a cell. */
  final class Shorts implements Cells {
    private final short[] altitudesM;

    private Shorts(short[] altitudesM) {
      this.altitudesM = altitudesM;
    }

    @Override
    public float altitudeM(int index) {
      short altitudeM = altitudesM[index];
      return altitudeM == VOID ? Float.NaN : altitudeM;
    }

    @Override
    public int count() {
      return altitudesM.length;
    }

    @Override
    public long bytes() {
      return (long) altitudesM.length * Short.BYTES;
    }
  }

  /** Thirty-two bits a cell. */
  final class Floats implements Cells {
    private final float[] altitudesM;

    private Floats(float[] altitudesM) {
      this.altitudesM = altitudesM;
    }

    @Override
    public float altitudeM(int index) {
      return altitudesM[index];
    }

    @Override
    public int count() {
      return altitudesM.length;
    }

    @Override
    public long bytes() {
      return (long) altitudesM.length * Float.BYTES;
    }
  }
}
