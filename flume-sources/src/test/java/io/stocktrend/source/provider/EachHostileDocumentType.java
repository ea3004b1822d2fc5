package io.stocktrend.source.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a test once for each document type that would have a reader fetch or expand something; the
 * word URL stands where an address goes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(
    strings = {
      "<!DOCTYPE d SYSTEM \"URL\">",
      "<!DOCTYPE d [<!ENTITY e SYSTEM \"URL\">]>",
      "<!DOCTYPE d [<!ENTITY % p SYSTEM \"URL\"> %p;]>",
      "<!DOCTYPE d [<!ENTITY e \"1\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
    })
public @interface EachHostileDocumentType {}
