package org.vigie.geofence.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import mil.nga.tiff.FileDirectory;

/**
 * Looks at a TIFF before the library does: the library follows any chain of directories, even one
 * that bites its tail, and unpacks whatever a strip holds. Throws IllegalArgumentException in
 * words.
 *
 * @source TIFF 6.0 (Adobe 1992), sections 2, 13 (LZW), 15 (tiles); TIFF Technical Note 2 (Deflate)
 */
final class TiffGuard {
  static final int NONE = 1;
  static final int LZW = 5;
  static final int DEFLATE = 8;
  static final int DEFLATE_OLD = 32_946;

  /** A file has one image and perhaps ten overviews of it. */
  private static final int DIRECTORIES_MAX = 100;

  private static final int ENTRY_BYTES = 12;

  /** What the tags of a file hold together, bytes: offsets of 500,000 tiles, and more. */
  private static final long TAG_BYTES_MAX = 4 << 20;

  /** Bytes of a value by its type, 0 for what is no type. */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

  private static final int MAGIC = 42;

  private static final int LZW_CLEAR = 256;
  private static final int LZW_END = 257;
  private static final int LZW_CODES = 4096;
  private static final int LZW_BITS_MIN = 9;
  private static final int LZW_BITS_MAX = 12;

  private TiffGuard() {}

  static boolean looksLike(byte[] bytes) {
    return bytes.length > 8
        && ((bytes[0] == 'I' && bytes[1] == 'I') || (bytes[0] == 'M' && bytes[1] == 'M'));
  }

  /** Follows the chain of directories to its end. */
  static void checkChain(byte[] bytes) {
    if (!looksLike(bytes)) {
      throw new IllegalArgumentException("the file is not a TIFF");
    }
    ByteBuffer file =
        ByteBuffer.wrap(bytes)
            .order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (file.getShort(2) != MAGIC) {
      throw new IllegalArgumentException("the file is not a TIFF (BigTIFF is not read)");
    }
    Set<Integer> seen = new HashSet<>();
    long tagBytes = 0;
    int at = file.getInt(4);
    while (at != 0) {
      if (at < 8 || at > bytes.length - 6) {
        throw new IllegalArgumentException("a directory lies outside of the file: cut off");
      }
      if (!seen.add(at) || seen.size() > DIRECTORIES_MAX) {
        throw new IllegalArgumentException("the directories form a ring, or are too many");
      }
      int next = at + 2 + (file.getShort(at) & 0xFFFF) * ENTRY_BYTES;
      if (next > bytes.length - 4) {
        throw new IllegalArgumentException("a directory is cut off");
      }
      tagBytes += tagBytes(file, at + 2, next);
      if (tagBytes > TAG_BYTES_MAX) {
        throw new IllegalArgumentException("the tags hold more than " + TAG_BYTES_MAX + " bytes");
      }
      at = file.getInt(next);
    }
  }

  private static long tagBytes(ByteBuffer file, int from, int until) {
    long sum = 0;
    for (int at = from; at < until; at += ENTRY_BYTES) {
      int type = file.getShort(at + 2) & 0xFFFF;
      long count = file.getInt(at + 4) & 0xFFFF_FFFFL;
      sum += count * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : Double.BYTES);
    }
    return sum;
  }

  /** No strip or tile unpacks to more than the image's own. */
  static void checkPieces(byte[] bytes, FileDirectory image, int width, int height, int cellBytes) {
    boolean tiled = image.isTiled();
    long across = tiled ? image.getTileWidth().longValue() : width;
    Number rows = tiled ? image.getTileHeight() : image.getRowsPerStrip();
    long high = tiled || rows != null ? rows.longValue() : height;
    high = tiled ? high : Math.min(high, height);
    if (across < 1 || high < 1 || across * high > GridFrame.CELLS_MAX) {
      throw new IllegalArgumentException("pieces of " + across + " by " + high + " cells");
    }
    List<? extends Number> offsets = tiled ? image.getTileOffsets() : image.getStripOffsets();
    List<? extends Number> sizes = tiled ? image.getTileByteCounts() : image.getStripByteCounts();
    long pieces = ((width + across - 1) / across) * ((height + high - 1) / high);
    if (offsets == null || sizes == null || offsets.size() != pieces || sizes.size() != pieces) {
      throw new IllegalArgumentException("the image has not its " + pieces + " strips or tiles");
    }
    long unpackedMax = across * high * cellBytes;
    for (int i = 0; i < pieces; i++) {
      long offset = offsets.get(i).longValue();
      long size = sizes.get(i).longValue();
      if (offset < 0 || size < 0 || offset + size > bytes.length) {
        throw new IllegalArgumentException("strip or tile " + i + " lies outside: cut off");
      }
      if (unpacked(image.getCompression(), bytes, (int) offset, (int) size, unpackedMax)
          > unpackedMax) {
        throw new IllegalArgumentException("strip or tile " + i + " unpacks to too much");
      }
    }
  }

  /** Bytes that a piece unpacks to, counted no farther than just beyond the limit. */
  private static long unpacked(int compression, byte[] bytes, int offset, int size, long limit) {
    return switch (compression) {
      case NONE -> size;
      case DEFLATE, DEFLATE_OLD -> inflated(bytes, offset, size, limit);
      case LZW -> lzw(bytes, offset, size, limit);
      default ->
          throw new IllegalArgumentException(
              "compression " + compression + " is not read: only none, LZW (5) and Deflate (8)");
    };
  }

  private static long inflated(byte[] bytes, int offset, int size, long limit) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, offset, size);
      byte[] sink = new byte[1 << 14];
      long sum = 0;
      while (!inflater.finished() && sum <= limit) {
        int got = inflater.inflate(sink);
        if (got == 0) {
          throw new IllegalArgumentException("a strip or tile is cut off");
        }
        sum += got;
      }
      return sum;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a strip or tile is damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  /** Follows the codes without writing what they stand for. */
  private static long lzw(byte[] bytes, int offset, int size, long limit) {
    int[] lengths = new int[LZW_CODES];
    Arrays.fill(lengths, 0, LZW_CLEAR, 1);
    int next = LZW_END + 1;
    int width = LZW_BITS_MIN;
    int before = -1;
    long sum = 0;
    long bit = 0;
    while (sum <= limit && bit + width <= 8L * size) {
      int code = bits(bytes, offset, bit, width);
      bit += width;
      if (code == LZW_END) {
        return sum;
      }
      if (code == LZW_CLEAR) {
        next = LZW_END + 1;
        width = LZW_BITS_MIN;
        before = -1;
        continue;
      }
      if (code > next || (code == next && before < 0) || next >= LZW_CODES) {
        throw new IllegalArgumentException("a strip or tile is damaged: LZW code " + code);
      }
      if (before >= 0) {
        lengths[next++] = lengths[before] + 1;
      }
      sum += lengths[code];
      before = code;
      if (next >= (1 << width) - 1 && width < LZW_BITS_MAX) {
        width++;
      }
    }
    return sum;
  }

  private static int bits(byte[] bytes, int offset, long bit, int width) {
    int value = 0;
    for (long i = bit; i < bit + width; i++) {
      value = value << 1 | (bytes[offset + (int) (i >> 3)] >> (7 - (int) (i & 7)) & 1);
    }
    return value;
  }
}
