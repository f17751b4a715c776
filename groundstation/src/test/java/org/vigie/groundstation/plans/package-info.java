@NullMarked
package org.vigie.groundstation.plans;

import org.jspecify.annotations.NullMarked;
