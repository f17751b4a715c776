@NullMarked
package org.vigie.groundstation.zones;

import org.jspecify.annotations.NullMarked;
