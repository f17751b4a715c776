package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process of this machine has used. */
final class ProcessUse {
  /** Clock ticks a second in /proc. @source Linux proc(5), USER_HZ */
  private static final double TICKS_PER_S = 100;

  private ProcessUse() {}

  /** User and system time so far. @source Linux proc(5), fields 14 and 15 */
  static double spentS(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_S;
  }

  static double residentKb(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("process " + pid + " does not say its memory");
  }
}
