package org.vigie.groundstation.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.vigie.planner.canonical.ContentHash;

/**
 * The files of the operator's page, from the class path. A name can only say a file in that folder:
 * it has no part that begins with a dot, and ends in a kind of file that a page is made of.
 * Thread-safe.
 */
final class PageFiles {
  private static final String SHIPPED = "org/vigie/groundstation/web/";

  /** Parts of letters, digits, hyphens, underscores and inner dots, with slashes between. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)*");

  private static final int NAME_LENGTH_MAX = 128;

  /** 64 bits tell two versions of a file apart. */
  private static final int TAG_LENGTH = 16;

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final String folder;

  /** Only files that are there come in: as many as were shipped. */
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /** Files of the page as it was built. */
  static PageFiles shipped() {
    return new PageFiles(SHIPPED);
  }

  /** Files of a folder of the class path, whose name ends in a slash. */
  PageFiles(String folder) {
    this.folder = folder;
  }

  /** A file of the page. */
  static final class PageFile {
    private final byte[] bytes;
    private final String contentType;
    private final String tag;

    private PageFile(byte[] bytes, String contentType) {
      this.bytes = bytes;
      this.contentType = contentType;
      this.tag = "\"" + ContentHash.of(bytes).hex().substring(0, TAG_LENGTH) + "\"";
    }

    byte[] bytes() {
      return bytes;
    }

    String contentType() {
      return contentType;
    }

    /** Strong entity tag, with its quotes. */
    String tag() {
      return tag;
    }
  }

  /** The file of a name, for example {@code vendor/map.mjs}. */
  Optional<PageFile> find(String name) {
    if (name.length() > NAME_LENGTH_MAX || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (type == null) {
      return Optional.empty();
    }
    PageFile known = read.get(name);
    return known == null ? load(name, type) : Optional.of(known);
  }

  private Optional<PageFile> load(String name, String type) {
    try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(folder + name)) {
      if (in == null) {
        return Optional.empty();
      }
      PageFile file = new PageFile(in.readAllBytes(), type);
      read.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
