package org.vigie.groundstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.book.BookLine;
import org.vigie.groundstation.flightlog.verify.Trust;

/** A folder of many records: folders that hold a record.json, and zips. */
final class RecordShelf {
  private RecordShelf() {}

  /**
   * Every record's line, one record held at a time.
   *
   * @throws BadInputException if there is no such folder
   */
  static List<BookLine> lines(Path folder) throws BadInputException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + ": no such folder of records");
    }
    List<Path> records;
    try (Stream<Path> all = Files.list(folder)) {
      records = all.filter(RecordShelf::isRecord).sorted().toList();
    }
    List<BookLine> lines = new ArrayList<>();
    for (Path record : records) {
      FlightReport report = OpenedRecord.report(record, Trust.NOBODY);
      lines.add(BookLine.of(report));
    }
    return lines;
  }

  private static boolean isRecord(Path path) {
    return Files.isRegularFile(path.resolve("record.json"))
        || (Files.isRegularFile(path) && ReportFiles.ending(path).equals("zip"));
  }
}
