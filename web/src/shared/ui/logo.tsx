interface LogoProps {
  size?: number;
}

/** The mark: three waves, the last in the brand's blue. */
export function Logo({ size = 28 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0067b3" />
      <g fill="none" strokeWidth="2.8" strokeLinecap="round">
        <path stroke="#fff" d="M6 12c2.5-3 5-3 7.5-.9s5 2.1 7.5-.9c1.7-2 3.3-2.7 5-2.1" />
        <path stroke="#7cc8ff" d="M6 18c2.5-3 5-3 7.5-.9s5 2.1 7.5-.9c1.7-2 3.3-2.7 5-2.1" />
        <path stroke="#0099ff" d="M6 24c2.5-3 5-3 7.5-.9s5 2.1 7.5-.9c1.7-2 3.3-2.7 5-2.1" />
      </g>
    </svg>
  );
}
