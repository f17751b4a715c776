package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What the kernel threw away at UDP ports because nobody read fast enough.
 *
 * @source Linux proc(5), /proc/net/udp: local address in hexadecimal, drops in the last column
 */
final class KernelDrops {
  private KernelDrops() {}

  static long at(Set<Integer> ports) throws IOException {
    long drops = 0;
    for (String table : new String[] {"/proc/net/udp", "/proc/net/udp6"}) {
      Path path = Path.of(table);
      if (Files.isReadable(path)) {
        drops += Files.readAllLines(path).stream().mapToLong(line -> drops(line, ports)).sum();
      }
    }
    return drops;
  }

  private static long drops(String line, Set<Integer> ports) {
    String[] fields = line.strip().toLowerCase(Locale.ROOT).split("\\s+");
    int colon = fields.length > 2 ? fields[1].lastIndexOf(':') : -1;
    if (colon < 0 || !fields[1].substring(colon + 1).matches("[0-9a-f]{4}")) {
      return 0; // the heading
    }
    int port = Integer.parseInt(fields[1].substring(colon + 1), 16);
    return ports.contains(port) ? Long.parseLong(fields[fields.length - 1]) : 0;
  }
}
