/**
 * Files that people write (YAML, JSON), read so that every error names file, line, column and
 * field. A document is parsed once with the place of each node kept, checked against its JSON
 * Schema, and bound to records. No file is opened here: callers pass the text.
 */
@NullMarked
package org.vigie.geofence.document;

import org.jspecify.annotations.NullMarked;
