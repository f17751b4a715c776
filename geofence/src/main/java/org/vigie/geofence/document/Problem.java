package org.vigie.geofence.document;

/**
 * One thing that is wrong in a file.
 *
 * @param file name of the file as the reader was given it
 * @param line 1-based line, 0 when unknown
 * @param column 1-based column, 0 when unknown
 * @param field JSON pointer of the field, empty for the whole document
 * @param message what is wrong, in a sentence without the place
 */
public record Problem(String file, int line, int column, String field, String message) {
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line + ":" + column : file;
    return field.isEmpty() ? place + ": " + message : place + ": " + field + ": " + message;
  }
}
