/** What a person asks one flight for: REQUEST.yaml, read with the place of every error. */
@NullMarked
package org.vigie.groundstation.app.request;

import org.jspecify.annotations.NullMarked;
