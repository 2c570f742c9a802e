// What a drawing may consist of. A name that is missing here is left out of the published file; SVG 2 with what
// browsers still show of SVG 1.1.

/// The elements and attributes of drawings that are published.
enum SVGNames {
    static let elements = words(
        """
        a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
        feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
        feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
        feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image
        line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop
        style svg switch symbol text textPath title tspan use view
        """
    )

    /// Elements that run or load something, or show a page within the drawing.
    static let active = words(
        """
        script handler listener foreignObject iframe object embed audio video canvas source html body form
        input meta base link
        """
    )

    static let attributes = words(
        """
        accumulate additive alignment-baseline amplitude attributeName azimuth baseFrequency baseline-shift
        begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation
        color-interpolation-filters color-rendering cx cy d diffuseConstant direction display divisor
        dominant-baseline dur dx dy edgeMode elevation end exponent fill fill-opacity fill-rule filter
        filterUnits flood-color flood-opacity font font-family font-size font-size-adjust font-stretch
        font-style font-variant font-weight fr from fx fy gradientTransform gradientUnits height href id
        image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines
        keyTimes lang lengthAdjust letter-spacing lighting-color limitingConeAngle marker marker-end
        marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits
        max media method min mix-blend-mode mode numOctaves offset opacity operator order orient overflow
        paint-order path pathLength patternContentUnits patternTransform patternUnits pointer-events points
        pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY
        repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate rx ry scale seed
        shape-rendering side slope spacing specularConstant specularExponent spreadMethod startOffset
        stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
        stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale
        systemLanguage tabindex tableValues targetX targetY text-anchor text-decoration text-rendering
        textLength to transform transform-origin type unicode-bidi values vector-effect version viewBox
        viewTarget visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2
        yChannelSelector z zoomAndPan
        aria-label aria-labelledby aria-describedby aria-hidden aria-roledescription
        """
    )

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
