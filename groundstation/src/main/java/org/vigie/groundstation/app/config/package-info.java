/** What an administrator writes: station.yaml, read with the place of every error. */
@NullMarked
package org.vigie.groundstation.app.config;

import org.jspecify.annotations.NullMarked;
