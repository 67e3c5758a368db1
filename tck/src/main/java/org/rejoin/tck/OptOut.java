package org.rejoin.tck;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves checks of a {@link ReconnectionTck} out, and says why: they appear as aborted tests with
 * that reason.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(OptOut.All.class)
public @interface OptOut {

  /**
   * Which checks, by id: {@code *} within a level, {@code **} over several; a rule's id alone means
   * all of the rule's own. One that matches no check fails.
   */
  String check();

  /** Why they are left out, for whoever reads the report; never blank. */
  String reason();

  /** Several of them on one class. */
  @Documented
  @Inherited
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** All of them. */
    OptOut[] value();
  }
}
